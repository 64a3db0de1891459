-- What channels paid, what we delivered, what suppliers charged, of a time: a line for each purchase, and for each order of a supplier that
-- belongs to none. List prices are of a line's units; what was paid is of the whole order, other goods included. The totals are of the whole
-- time, a currency each. What was mailed is delivered, also if it is refunded and no longer owed later, or mailed once more.
-- A purchase owns one order: what else was sold under its key has no owner.
with lines as (
    select p.supplier, coalesce(s.reference, p.supplier_order) as supplier_order, p.dispatched_at as at, p.id as purchase, p.state,
        p.supplier_sku, p.quantity, p.unit_cost * p.quantity as agreed, p.cost_currency as agreed_currency,
        s.total_amount as charged, s.total_currency as charged_currency, s.reference is not null as listed,
        o.number, o.channel, q.sku, l.unit_amount * p.quantity as listed_price, l.unit_currency as listed_currency,
        o.id as order_id, o.total_amount as paid, o.currency as paid_currency,
        (select count(*) from fulfillment.esims e where e.purchase_id = p.id and exists (
            select from fulfillment.delivery_esims c join fulfillment.deliveries d on d.id = c.delivery_id
            where c.esim_id = e.id and d.state = 'SENT')) as delivered
    from fulfillment.purchases p
    join fulfillment.requests q on q.id = p.request_id
    left join retail.orders o on o.id = q.owner_order and q.owner_kind = 'retail'
    left join retail.order_lines l on l.id = q.owner_line and q.owner_kind = 'retail'
    left join lateral (
        select * from (
            select * from reconciliation.supplier_orders r where r.supplier = p.supplier and r.reference = p.supplier_order
            union all
            select * from reconciliation.supplier_orders k where k.supplier = p.supplier and k.key = p.key) either
        limit 1) s on true
    where p.dispatched_at >= :#from and p.dispatched_at < :#to and p.state not in ('REJECTED', 'NOT_PLACED', 'NOT_BOUGHT')
      and (cast(:#supplier as text) is null or p.supplier = cast(:#supplier as text))
    union all
    select s.supplier, s.reference, s.ordered_at, null, null, s.supplier_sku, s.quantity, null, null, s.total_amount, s.total_currency, true,
        null, null, null, null, null, null, null, null, 0
    from reconciliation.supplier_orders s
    where s.ordered_at >= :#from and s.ordered_at < :#to
      and (cast(:#supplier as text) is null or s.supplier = cast(:#supplier as text))
      and not exists (
        select from fulfillment.purchases p
        where p.supplier = s.supplier and p.supplier_order = s.reference and p.state not in ('REJECTED', 'NOT_PLACED', 'NOT_BOUGHT'))
      and not exists (
        select from fulfillment.purchases p
        where p.supplier = s.supplier and p.key = s.key and p.state not in ('REJECTED', 'NOT_PLACED', 'NOT_BOUGHT')
          and not exists (
            select from reconciliation.supplier_orders own where own.supplier = p.supplier and own.reference = p.supplier_order))
), judged as (
    select *, case
        when purchase is null then 'NO_OWNER'
        when state <> 'COMPLETED' then 'OPEN'
        when not listed then 'NOT_LISTED'
        when charged is not null and (charged <> agreed or charged_currency <> agreed_currency) then 'PRICE'
        when delivered < quantity then 'NOT_DELIVERED'
        else 'AGREES' end as verdict
    from lines
), page as (
    select *, row_number() over (order by at, supplier, supplier_order) as line
    from judged
    where cast(:#verdict as text) is null or verdict = cast(:#verdict as text)
    order by at, supplier, supplier_order
    offset coalesce(cast(:#after as bigint), 0) limit :#limit
)
select json_build_object(
    'from', cast(:#from as timestamptz),
    'to', cast(:#to as timestamptz),
    'lines', (
        select coalesce(json_agg(json_build_object(
            'at', at,
            'supplier', supplier,
            'supplierOrder', supplier_order,
            'bundle', supplier_sku,
            'quantity', quantity,
            'charged', case when charged is not null then json_build_object('amount', charged::text, 'currency', charged_currency) end,
            'purchase', purchase,
            'agreed', case when agreed is not null then json_build_object('amount', agreed::text, 'currency', agreed_currency) end,
            'order', number,
            'channel', channel,
            'sku', sku,
            'listPrice', case when listed_price is not null
                then json_build_object('amount', listed_price::text, 'currency', listed_currency) end,
            'orderPaid', case when paid is not null then json_build_object('amount', paid::text, 'currency', paid_currency) end,
            'delivered', delivered,
            'verdict', verdict) order by line), '[]') from page),
    'totals', json_build_object(
        'charged', (select coalesce(json_object_agg(charged_currency, total::text), '{}') from (
            select charged_currency, sum(charged) as total from judged where charged is not null group by 1) c),
        'agreed', (select coalesce(json_object_agg(agreed_currency, total::text), '{}') from (
            select agreed_currency, sum(agreed) as total from judged where agreed is not null group by 1) a),
        'paid', (select coalesce(json_object_agg(paid_currency, total::text), '{}') from (
            select paid_currency, sum(paid) as total from (
                select distinct order_id, paid, paid_currency from judged where paid is not null) orders group by 1) d),
        'delivered', (select coalesce(sum(delivered), 0) from judged),
        'verdicts', (select coalesce(json_object_agg(verdict, number), '{}') from (
            select verdict, count(*) as number from judged group by 1) v)),
    'next', case when (select count(*) from page) = :#limit then (select max(line)::text from page) end)::text
