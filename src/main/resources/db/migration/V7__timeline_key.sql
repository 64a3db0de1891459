-- The timeline is only ever read by its order: one index instead of two for the table that gets the most rows.
alter table operations.timeline drop constraint timeline_pkey;
drop index operations.timeline_of_order;
alter table operations.timeline add primary key (order_id, owner_kind, id);
