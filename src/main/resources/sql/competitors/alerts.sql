select id, sku, competitor, external_id as externalId, ours, theirs, percent, opened_at as openedAt,
       seen_at as seenAt, closed_at as closedAt
from alerts
where id < cast(? as integer)
  and (cast(? as text) is null or (closed_at is null) = (? = 'OPEN'))
order by id desc
limit ?
