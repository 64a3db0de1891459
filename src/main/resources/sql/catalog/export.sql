-- The whole catalog as the document that the import reads.
select json_strip_nulls(json_build_object(
    'suppliers', (
        select coalesce(json_agg(json_build_object('code', s.code, 'name', s.name, 'status', s.status) order by s.code), '[]')
        from catalog.suppliers s),
    'products', (
        select coalesce(json_agg(json_build_object(
            'sku', p.sku,
            'name', p.name,
            'kind', p.kind,
            'countries', p.countries,
            'dataMb', p.data_mb,
            'validityDays', p.validity_days,
            'retailPrice', case when p.retail_amount is not null
                then json_build_object('amount', p.retail_amount::text, 'currency', p.retail_currency) end,
            'wholesalePrice', case when p.wholesale_amount is not null
                then json_build_object('amount', p.wholesale_amount::text, 'currency', p.wholesale_currency) end,
            'marginFloor', p.margin_floor,
            'status', p.status,
            'variants', (
                select json_agg(json_build_object(
                    'supplier', v.supplier,
                    'supplierSku', v.supplier_sku,
                    'cost', json_build_object('amount', v.cost_amount::text, 'currency', v.cost_currency),
                    'priority', v.priority,
                    'status', v.status,
                    'maxQuantity', v.max_quantity,
                    'validFrom', v.valid_from,
                    'validTo', v.valid_to,
                    'countries', nullif(v.countries, '{}')) order by v.priority, v.supplier, v.supplier_sku)
                from catalog.product_variants v where v.sku = p.sku),
            'tierPrices', (
                select json_agg(json_build_object(
                    'tier', t.tier,
                    'minQuantity', t.min_quantity,
                    'unitPrice', json_build_object('amount', t.unit_amount::text, 'currency', t.currency))
                    order by t.tier, t.min_quantity, t.currency)
                from catalog.product_price_tiers t where t.sku = p.sku)) order by p.sku), '[]')
        from catalog.products p)))::text
