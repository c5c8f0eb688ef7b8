-- How many chose each code.
SELECT
    substr(dag, 1, 4) || CASE WHEN substr(dag, 6, 2) < '07' THEN '-1' ELSE '-2' END AS periode,
    vragenlijst, module, instelling, veld, code,
    count(*) AS n
FROM antwoord
GROUP BY periode, vragenlijst, module, instelling, veld, code
