delete from own_products where listed = 0 and as_of < ?
