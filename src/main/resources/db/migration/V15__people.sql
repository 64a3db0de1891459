-- What people ask: operators who repeat a request, mails that are sent once more, persons who are not to be in our books any more.

create table operations.idempotency (
    key            text        primary key check (key <> ''),
    request_sha256 bytea       not null check (octet_length(request_sha256) = 32),
    -- what the first request was answered with
    answer         jsonb,
    at             timestamptz not null
);
create index idempotency_by_time on operations.idempotency (at);

-- a newer mail stands for it: the eSIM is mailed once more
alter table fulfillment.delivery_esims add column superseded boolean not null default false;

-- erasing a person looks for orders and events by these
create index orders_of_customer on retail.orders (customer_id) where customer_id is not null;
create index inbox_of_order on operations.inbox (order_id) where order_id is not null;
