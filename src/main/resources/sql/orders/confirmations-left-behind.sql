-- Orders whose channel is to be told and nobody does it: no work item, and no case that a person has.
select c.order_id as id
from retail.confirmations c
where c.told < c.deliveries
  and c.changed_at < now() - interval '1 minute'
  and not exists (
    select from operations.work w
    where w.task_name = 'work' and w.task_instance in (c.work_key, 'confirm:' || c.order_id || ':sweep'))
  and not exists (
    select from operations.cases k
    where k.state = 'OPEN' and k.work_queue = 'confirm' and k.work_payload = c.order_id::text)
limit 500
