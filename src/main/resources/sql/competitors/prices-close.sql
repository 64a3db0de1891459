update prices set current = 0
where current = 1
  and plan in (
    select p.id
    from json_each(?) offer
    join plans p on p.competitor = ? and p.external_id = json_extract(offer.value, '$.id')
    where p.price is not json_extract(offer.value, '$.price')
       or p.currency is not json_extract(offer.value, '$.currency'))
