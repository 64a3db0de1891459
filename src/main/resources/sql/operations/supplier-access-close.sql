-- A supplier that sold something since believes our key again.
update operations.cases c
set state = 'CLOSED', closed_at = now(), closed_by = 'alarm-old-work', closing_reason = 'the supplier sells again'
where c.kind = 'supplier-access' and c.state = 'OPEN'
  and exists (
    select from fulfillment.purchases p
    where p.supplier = c.subject and p.state in ('COMPLETED', 'ACCEPTED') and p.answered_at > c.opened_at)
