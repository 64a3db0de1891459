select p.competitor, p.external_id as externalId, h.price, h.currency, h.first_seen as firstSeen, h.last_seen as lastSeen
from json_each(?) wanted
join plans p on p.competitor = json_extract(wanted.value, '$.competitor')
            and p.external_id = json_extract(wanted.value, '$.externalId')
join prices h on h.plan = p.id
order by h.id desc
limit 1000
