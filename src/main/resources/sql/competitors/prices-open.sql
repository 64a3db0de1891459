insert into prices (plan, price, currency, first_seen, last_seen, current)
select p.id, json_extract(offer.value, '$.price'), json_extract(offer.value, '$.currency'), ?, ?, 1
from json_each(?) offer
join plans p on p.competitor = ? and p.external_id = json_extract(offer.value, '$.id')
where p.listed = 0
   or p.price is not json_extract(offer.value, '$.price')
   or p.currency is not json_extract(offer.value, '$.currency')
