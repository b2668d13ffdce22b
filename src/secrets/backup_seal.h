/* Sealing backups to a key that the server does not have (TRUST.md 6.4): a fresh random key encrypts the stream
 * (crypto_secretstream_xchacha20poly1305), and is itself sealed to the operator's public key (crypto_box_seal). It hides what is
 * inside and shows every change; it does not say who made it, since anybody with the public key can seal. */
#ifndef SECRETS_BACKUP_SEAL_H
#define SECRETS_BACKUP_SEAL_H

#include <stddef.h>

#include "secrets/secrets.h"

enum {
	BACKUP_KEY_ID_BYTES = 8,
	BACKUP_SEAL_BYTES = 32 + 48 + 24,    /* the sealed key of the stream, and the stream's own head */
	BACKUP_CHUNK_EXTRA = 17               /* what sealing adds to each chunk */
};

/* The operator's public key (X25519); its other half is a struct secret. */
struct backup_key {
	unsigned char bytes[32];
};

/* A fresh pair. */
void backup_key_new(const struct random *, struct backup_key *, struct secret *);
/* The public half of a secret one. */
struct backup_key backup_key_of(const struct secret *);
/* 43 symbols, URL-safe base64. */
struct str backup_key_print(struct arena *, const struct backup_key *);
/* Reads base64 (either alphabet, padded or not) or 64 hexadecimal digits; false for anything else and for keys that nobody can have. */
bool backup_key_read(struct str text, struct backup_key *out);
/* The same for the secret half. */
bool backup_secret_read(struct str text, struct secret *out);
/* Says which key without being one: the head of its SHA-256. */
void backup_key_id(const struct backup_key *, unsigned char out[BACKUP_KEY_ID_BYTES]);

/* A stream being sealed or opened; lives in the arena, its key is wiped by the last chunk or backup_seal_forget(). */
struct backup_seal;

/* Starts one; writes BACKUP_SEAL_BYTES to start. head is not hidden but bound: opening with another head fails. */
struct backup_seal *backup_seal_start(struct arena *, const struct random *, const struct backup_key *, struct str head, char *start);
/* Seals one chunk into out (clear.length + BACKUP_CHUNK_EXTRA). */
void backup_seal_put(struct backup_seal *, struct str clear, bool is_last, char *out);

/* NULL if the secret does not open it. start holds BACKUP_SEAL_BYTES. */
struct backup_seal *backup_seal_open(struct arena *, const struct secret *, struct str head, const char *start);
/* Opens one chunk into out (sealed.length - BACKUP_CHUNK_EXTRA). False if a bit, the order or the end is not as it was sealed. */
bool backup_seal_take(struct backup_seal *, struct str sealed, bool is_last, char *out);
void backup_seal_forget(struct backup_seal *);

/* SHA-256 of what comes in parts. */
struct hash_run;
struct hash_run *hash_start(struct arena *);
void hash_add(struct hash_run *, struct str bytes);
struct hash hash_end(struct hash_run *);
/* 64 digits. */
struct str hash_print(struct arena *, const struct hash *);

#endif
