-- Orders that have something to do and nobody to do it: no work item, and untouched for a minute. What waits for a person or for
-- money is not left behind, nor what only waits for its cards to be posted; a purchase that may have happened, or a mail that is not out, always is.
select o.id
from retail.orders o
where not o.final
  and o.updated_at < now() - interval '1 minute'
  and not exists (
    select from operations.work w
    where w.task_name = 'work' and w.task_instance in (o.work_key, 'order:' || o.id || ':sweep'))
  and not exists (
    select from operations.cases c
    where c.order_id = o.id and c.owner_kind = 'retail' and c.state = 'OPEN'
      and c.kind in ('dead-letter', 'unknown-purchase'))
  and (
    o.state in ('IN_FULFILLMENT', 'PARTIALLY_FULFILLED', 'FULFILLED') and not (
      exists (
        select from fulfillment.requests r
        join fulfillment.units u on u.request_id = r.id join fulfillment.esims e on e.unit_id = u.id
        where r.owner_order = o.id and r.owner_kind = 'retail' and u.state = 'BOUGHT' and not e.deliverable)
      and not exists (
        select from fulfillment.requests r
        join fulfillment.units u on u.request_id = r.id left join fulfillment.esims e on e.unit_id = u.id
        where r.owner_order = o.id and r.owner_kind = 'retail'
          and (u.state in ('OWED', 'BUYING') or u.state = 'BOUGHT' and e.deliverable)))
    or exists (
      select from fulfillment.requests r join fulfillment.purchases p on p.request_id = r.id
      where r.owner_order = o.id and r.owner_kind = 'retail' and p.state in ('DISPATCHED', 'ACCEPTED', 'UNKNOWN'))
    or exists (
      select from fulfillment.deliveries d
      where d.owner_order = o.id and d.owner_kind = 'retail' and d.state = 'PENDING')
    or (o.state = 'NEEDS_ATTENTION' and (o.held is null or o.released_at is not null) and exists (
      select from fulfillment.requests r join fulfillment.units u on u.request_id = r.id
      where r.owner_order = o.id and r.owner_kind = 'retail' and u.state = 'OWED' and o.payment = 'PAID')))
limit 500
