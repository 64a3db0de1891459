-- One order with its lines, units and story, as one JSON document.
select json_build_object(
    'number', o.number,
    'channel', o.channel,
    'shop', o.shop,
    'externalId', o.external_id,
    'externalName', o.external_name,
    'state', o.state,
    'reason', o.reason,
    'payment', o.payment,
    'cancelled', o.cancelled,
    'held', case when o.held is not null then json_build_object('reason', o.held, 'releasedAt', o.released_at, 'releasedBy', o.released_by) end,
    'stopped', case when o.stopped_at is not null then json_build_object('at', o.stopped_at, 'by', o.stopped_by) end,
    'channelTold', (select json_build_object('mails', t.deliveries, 'told', t.told, 'at', t.told_at)
        from retail.confirmations t where t.order_id = o.id),
    'placedAt', o.placed_at,
    'createdAt', o.created_at,
    'updatedAt', o.updated_at,
    'customer', json_build_object('name', o.customer_name, 'email', o.email, 'locale', o.locale),
    'shippingAddress', o.shipping_address,
    'total', case when o.currency is not null
        then json_build_object('amount', o.total_amount::text, 'currency', o.currency) end,
    'presentmentTotal', case when o.presentment_currency is not null
        then json_build_object('amount', o.presentment_amount::text, 'currency', o.presentment_currency) end,
    'lines', (
        select coalesce(json_agg(json_build_object(
            'externalId', l.external_id,
            'sku', l.sku,
            'title', l.title,
            'quantity', l.quantity - l.refunded,
            'ownership', l.ownership,
            'units', (
                select coalesce(json_agg(json_build_object(
                    'ordinal', u.ordinal,
                    'state', u.state,
                    'reason', u.reason,
                    'supplier', p.supplier,
                    'purchase', p.id,
                    'esim', e.id,
                    'iccid', e.iccid,
                    'kind', e.kind,
                    'shipment', case when s.esim_id is not null then json_build_object(
                        'carrier', s.carrier,
                        'trackingNumber', s.tracking_number,
                        'trackingUrl', s.tracking_url,
                        'shippedAt', s.shipped_at,
                        'shippedBy', s.shipped_by) end,
                    'cancellation', case when x.id is not null then json_build_object('id', x.id, 'state', x.state, 'outcome', x.outcome,
                        'at', coalesce(x.ended_at, x.dispatched_at, x.requested_at), 'answer', x.answer) end,
                    'life', case when v.checked_at is not null then json_build_object(
                        'stage', v.stage,
                        'installedAt', v.installed_at,
                        'activatedAt', v.activated_at,
                        'usedBytes', v.used_bytes,
                        'totalBytes', v.total_bytes,
                        'expiresAt', v.expires_at,
                        'checkedAt', v.checked_at) end) order by u.ordinal), '[]')
                from fulfillment.requests r
                join fulfillment.units u on u.request_id = r.id
                left join fulfillment.purchase_units c on c.unit_id = u.id and c.live
                left join fulfillment.purchases p on p.id = c.purchase_id
                left join fulfillment.esims e on e.unit_id = u.id
                left join fulfillment.shipments s on s.esim_id = e.id
                left join fulfillment.cancellations x on x.esim_id = e.id
                left join fulfillment.esim_lives v on v.esim_id = e.id
                where r.owner_kind = 'retail' and r.owner_line = l.id)) order by l.id), '[]')
        from retail.order_lines l where l.order_id = o.id),
    'refunds', (
        select coalesce(json_agg(json_build_object(
            'id', f.external_id, 'at', f.refunded_at, 'amount', f.amount::text, 'currency', f.currency,
            'units', (select coalesce(sum(n.quantity), 0) from retail.refund_lines n where n.refund_id = f.id)) order by f.id), '[]')
        from retail.refunds f where f.channel = o.channel and f.shop = o.shop and f.order_ref = o.external_id),
    'cases', (
        select coalesce(json_agg(json_build_object(
            'id', k.id, 'kind', k.kind, 'reason', k.reason, 'state', k.state, 'openedAt', k.opened_at) order by k.id), '[]')
        from operations.cases k where k.order_id = o.id and k.owner_kind = 'retail'),
    'timeline', (
        select coalesce(json_agg(json_build_object(
            'at', t.at, 'event', t.event, 'by', t.by, 'details', t.details) order by t.id), '[]')
        from operations.timeline t where t.order_id = o.id and t.owner_kind = 'retail'))::text
from retail.orders o
where o.number = :#number
