-- First views of each page in a session, of the sources that can tell.
SELECT
    substr(dag, 1, 4) || CASE WHEN substr(dag, 6, 2) < '07' THEN '-1' ELSE '-2' END AS periode,
    bron, pad, herkomst,
    sum(eerste) AS n
FROM bezoek
WHERE eerste IS NOT NULL
GROUP BY periode, bron, pad, herkomst
