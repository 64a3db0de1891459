update own_products set listed = 0 where listed = 1 and as_of < ?
