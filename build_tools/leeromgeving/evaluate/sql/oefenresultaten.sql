-- How often each result of an exercise elsewhere came about.
SELECT
    substr(dag, 1, 4) || CASE WHEN substr(dag, 6, 2) < '07' THEN '-1' ELSE '-2' END AS periode,
    module, oefening, gehaald, score,
    count(*) AS n
FROM oefenresultaat
GROUP BY periode, module, oefening, gehaald, score
