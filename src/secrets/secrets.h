/* The door to libsodium: tokens, hashes, form tokens. No other folder calls a cryptographic function. */
#ifndef SECRETS_SECRETS_H
#define SECRETS_SECRETS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct arena;
struct random;

enum { TOKEN_BYTES = 32, HASH_BYTES = 32, TOKEN_TEXT = 43 };

/* A secret: no printer and no logger accepts it. */
struct secret {
	unsigned char bytes[TOKEN_BYTES];
};

struct hash {
	unsigned char bytes[HASH_BYTES];
};

/* Must be called once a process before anything else here; a missing libsodium is our bug. */
void secrets_start(void);

/* 256 fresh random bits. */
struct secret secret_new(const struct random *);

/* The one printer: URL-safe base64 without padding, 43 symbols, for a cookie or a link alone. */
struct str secret_reveal(struct arena *, const struct secret *);
/* Reads what secret_reveal() printed; false for anything else. */
bool secret_read(struct str text, struct secret *out);

/* What is stored instead of a token: SHA-256 (the token holds 256 random bits, so no slow hash is needed). */
struct hash secret_hash(const struct secret *);
struct hash hash_of(struct str bytes);
struct str hash_bytes(const struct hash *);    /* a view, lives as long as the hash */
bool hash_equal(const struct hash *, const struct hash *);    /* constant time */

/* HMAC-SHA256 under a derived key: for what is too short to be kept as a plain hash. */
struct hash secret_mac(const unsigned char key[HASH_BYTES], struct str bytes);

/* 64 bits of SipHash under that key: a place in a table that nobody outside can choose. */
uint64_t secret_mark(const struct secret *key, struct str bytes);

/* The token that a form carries: bound to the session (or, before sign-in, to the asking browser) whose secret is given.
 * 43 symbols, always the same for one secret. */
struct str form_token(struct arena *, const struct secret *of_session);
/* The same under a fresh random mask, 86 symbols: what pages show, so that no two pages hold the same bytes of it. */
struct str form_token_masked(struct arena *, const struct secret *of_session, const struct random *);
/* True for either form. */
bool form_token_is(struct arena *, const struct secret *of_session, struct str shown);

#endif
