update own_prices set current = 0
where current = 1
  and product in (
    select p.id
    from json_each(?) product
    join own_products p on p.sku = json_extract(product.value, '$.sku')
    where p.price is not json_extract(product.value, '$.price')
       or p.currency is not json_extract(product.value, '$.currency'))
