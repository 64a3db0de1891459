select p.id, p.external_id as externalId, p.title, p.url, p.countries, p.data_mb as dataMb,
       p.validity_days as validityDays, p.price, p.currency, p.first_seen as firstSeen, p.last_seen as lastSeen,
       c.first_seen as priceSince,
       (select o.price || ' ' || o.currency from prices o
        where o.plan = p.id and o.current = 0 order by o.id desc limit 1) as priceBefore
from plans p
left join prices c on c.plan = p.id and c.current = 1
where p.competitor = ? and p.listed = 1 and p.id > cast(? as integer)
  and (cast(? as text) is null or instr(' ' || p.countries || ' ', ' ' || ? || ' ') > 0)
order by p.id
limit ?
