-- Views on each day: on which days did a source count?
SELECT
    dag, bron,
    sum(weergaven) AS n
FROM bezoek
GROUP BY dag, bron
