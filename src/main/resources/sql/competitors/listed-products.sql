select id, sku, name, countries, data_mb, validity_days, price, currency, buyable, as_of
from own_products
where listed = 1 and id > ?
order by id
limit ?
