select id, sku, competitor, external_id, percent from alerts where closed_at is null order by id limit 50000
