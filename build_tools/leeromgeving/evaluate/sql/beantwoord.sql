-- How many forms answered a veld at all: one form may hold several codes of a meerkeuze.
SELECT
    substr(dag, 1, 4) || CASE WHEN substr(dag, 6, 2) < '07' THEN '-1' ELSE '-2' END AS periode,
    vragenlijst, module, instelling, veld,
    count(DISTINCT sleutel) AS n
FROM antwoord
GROUP BY periode, vragenlijst, module, instelling, veld
