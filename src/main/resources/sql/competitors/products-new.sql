insert or ignore into own_products (sku, countries, buyable, listed, as_of)
select json_extract(product.value, '$.sku'), '', 0, 0, ? from json_each(?) product
