-- Before and now in the same form (retrospective pre-post): the veld is named without its moment.
SELECT
    substr(voor.dag, 1, 4)
        || CASE WHEN substr(voor.dag, 6, 2) < '07' THEN '-1' ELSE '-2' END AS periode,
    voor.vragenlijst, voor.module, voor.instelling,
    substr(voor.veld, 1, length(voor.veld) - 5) AS zonder_moment,
    voor.code AS code_voor, na.code AS code_na,
    count(*) AS n
FROM antwoord AS voor
JOIN antwoord AS na
    ON na.sleutel = voor.sleutel
    AND na.veld = substr(voor.veld, 1, length(voor.veld) - 4) || 'na'
WHERE voor.veld LIKE '%.voor' AND na.veld LIKE '%.na'
GROUP BY
    periode, voor.vragenlijst, voor.module, voor.instelling, zonder_moment, code_voor, code_na
