-- How many forms came in.
SELECT
    substr(dag, 1, 4) || CASE WHEN substr(dag, 6, 2) < '07' THEN '-1' ELSE '-2' END AS periode,
    vragenlijst, module, instelling, bron,
    count(*) AS n
FROM inzending
GROUP BY periode, vragenlijst, module, instelling, bron
