create index ix_casefile_party_name on casefile_party (name);
