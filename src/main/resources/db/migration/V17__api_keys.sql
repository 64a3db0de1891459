-- Keys of programs that ask the API: a chatbot's worker, later resellers.

create table operations.api_keys (
    id            bigint generated always as identity primary key,
    -- the part of the key that is no secret
    public_id     text        not null unique check (public_id ~ '^[0-9a-f]{12}$'),
    -- the secret has 256 random bits, so a plain hash is enough: there is nothing to guess
    secret_sha256 bytea       not null check (octet_length(secret_sha256) = 32),
    name          text        not null check (name <> '' and name = btrim(name)),
    scopes        text[]      not null check (cardinality(scopes) > 0),
    created_by    text        not null,
    created_at    timestamptz not null,
    expires_at    timestamptz check (expires_at > created_at),
    -- to the minute
    last_used_at  timestamptz,
    revoked_at    timestamptz,
    revoked_by    text,
    revoke_reason text,
    check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoke_reason is null))
);
create unique index api_keys_name on operations.api_keys (name) where revoked_at is null;
