insert or ignore into plans (competitor, external_id, countries, listed, first_seen, last_seen)
select ?, json_extract(offer.value, '$.id'), '', 0, ?, ? from json_each(?) offer
