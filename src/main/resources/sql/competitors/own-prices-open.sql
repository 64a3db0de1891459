insert into own_prices (product, price, currency, first_seen, last_seen, current)
select p.id, json_extract(product.value, '$.price'), json_extract(product.value, '$.currency'), ?, ?, 1
from json_each(?) product
join own_products p on p.sku = json_extract(product.value, '$.sku')
where json_extract(product.value, '$.price') is not null
  and (p.listed = 0
       or p.price is not json_extract(product.value, '$.price')
       or p.currency is not json_extract(product.value, '$.currency'))
