update own_prices set current = 0
where current = 1 and product in (select id from own_products where listed = 0)
