-- Views of each page.
SELECT
    substr(dag, 1, 4) || CASE WHEN substr(dag, 6, 2) < '07' THEN '-1' ELSE '-2' END AS periode,
    bron, pad, herkomst,
    sum(weergaven) AS n
FROM bezoek
GROUP BY periode, bron, pad, herkomst
