-- What a supplier can hand over beside an eSIM, what stands in the way of buying, and what each supplier's account looks like.

alter table fulfillment.esims
    -- a card has no activation code; it is deliverable once it is posted
    add column kind           text    not null default 'esim' check (kind in ('esim', 'sim')),
    add column deliverable    boolean not null default true,
    -- AES-GCM: confirmation code of an eSIM, PIN and PUK of a card
    add column secrets_cipher bytea,
    add column secrets_key    text,
    alter column code_cipher drop not null,
    alter column code_key drop not null,
    alter column code_index drop not null,
    add constraint esims_have_a_code check (kind = 'sim' or code_cipher is not null),
    add constraint esims_code_whole check ((code_cipher is null) = (code_key is null) and (code_cipher is null) = (code_index is null)),
    add constraint esims_secrets_whole check ((secrets_cipher is null) = (secrets_key is null));

-- limits of a variant, and the least that has to remain of a product's list price
alter table catalog.product_variants
    add column max_quantity integer check (max_quantity > 0),
    add column valid_from   timestamptz,
    add column valid_to     timestamptz,
    -- what the bundle covers, if less than the product promises; empty: as the product
    add column countries    text[] not null default '{}',
    add check (valid_from < valid_to);
alter table catalog.products
    -- per cent of the list price
    add column margin_floor numeric(7, 4) check (margin_floor between -1000 and 100);

create schema suppliers;

-- One row a supplier, made when there is first something to say.
create table suppliers.accounts (
    supplier         text primary key,
    -- by a person, until that person or another resumes; or until a time
    paused_at        timestamptz,
    paused_until     timestamptz,
    paused_by        text,
    pause_reason     text,
    -- the supplier refused for want of money; over when a balance says so, or after a while
    out_of_funds_at  timestamptz,
    balance_amount   numeric(19, 4),
    balance_currency char(3),
    balance_at       timestamptz,
    check ((paused_at is null) = (paused_by is null)),
    check ((balance_amount is null) = (balance_currency is null) and (balance_amount is null) = (balance_at is null))
);

-- what purchasing in shadow would have bought
create table fulfillment.shadow_purchases (
    id            bigint generated always as identity primary key,
    request_id    bigint         not null references fulfillment.requests,
    key           text           not null unique,
    supplier      text           not null,
    supplier_sku  text           not null,
    quantity      integer        not null check (quantity > 0),
    unit_cost     numeric(19, 4) not null,
    cost_currency char(3)        not null,
    at            timestamptz    not null
);
create index shadow_purchases_of_request on fulfillment.shadow_purchases (request_id);
