select id, competitor, external_id, title, url, countries, data_mb, validity_days, price, currency, last_seen
from plans
where listed = 1 and id > ?
order by id
limit ?
