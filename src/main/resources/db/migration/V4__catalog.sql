-- What is sold, by whom it is supplied, and for how much; shared by retail and wholesale.

create schema catalog;

create table catalog.suppliers (
    code       text        primary key check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name       text        not null check (name <> ''),
    status     text        not null check (status in ('active', 'inactive')),
    updated_at timestamptz not null
);

create table catalog.products (
    sku                text          primary key check (sku <> '' and sku = btrim(sku)),
    name               text          not null check (name <> ''),
    kind               text          not null check (kind in ('esim', 'sim')),
    countries          text[]        not null,
    data_mb            integer check (data_mb > 0),
    validity_days      integer check (validity_days > 0),
    retail_amount      numeric(19, 4) check (retail_amount >= 0),
    retail_currency    char(3),
    wholesale_amount   numeric(19, 4) check (wholesale_amount >= 0),
    wholesale_currency char(3),
    status             text          not null check (status in ('active', 'inactive')),
    updated_at         timestamptz   not null,
    check ((retail_amount is null) = (retail_currency is null)),
    check ((wholesale_amount is null) = (wholesale_currency is null))
);

create table catalog.product_variants (
    id            bigint generated always as identity primary key,
    sku           text           not null references catalog.products,
    supplier      text           not null references catalog.suppliers,
    supplier_sku  text           not null check (supplier_sku <> ''),
    cost_amount   numeric(19, 4) not null check (cost_amount >= 0),
    cost_currency char(3)        not null,
    priority      integer        not null,
    status        text           not null check (status in ('active', 'inactive')),
    updated_at    timestamptz    not null,
    unique (sku, supplier, supplier_sku)
);

create table catalog.product_price_tiers (
    sku          text           not null references catalog.products,
    tier         text           not null check (tier <> ''),
    min_quantity integer        not null check (min_quantity > 0),
    unit_amount  numeric(19, 4) not null check (unit_amount >= 0),
    currency     char(3)        not null,
    updated_at   timestamptz    not null,
    primary key (sku, tier, min_quantity, currency)
);
