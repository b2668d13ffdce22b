/* Sealed boxes for the courier. */
#include "secrets/letter_seal.h"

#include <sodium.h>

#include "base/arena.h"
#include "base/check.h"
#include "system/random.h"

_Static_assert(LETTER_SEED_BYTES == crypto_box_SEEDBYTES && LETTER_SEAL_OVERHEAD == crypto_box_SEALBYTES, "libsodium's sizes");

struct letter_seal_key
letter_seal_key_of(const unsigned char seed[LETTER_SEED_BYTES])
{
	struct letter_seal_key key;
	unsigned char secret[crypto_box_SECRETKEYBYTES];

	check(crypto_box_seed_keypair(key.bytes, secret, seed) == 0);
	sodium_memzero(secret, sizeof(secret));
	return key;
}

/* A sealed box is a fresh public key, then a box whose nonce is the hash of both public keys (libsodium's documentation says so). */
static void
nonce_of(const unsigned char *fresh, const struct letter_seal_key *key, unsigned char nonce[crypto_box_NONCEBYTES])
{
	crypto_generichash_state state;

	crypto_generichash_init(&state, NULL, 0, crypto_box_NONCEBYTES);
	crypto_generichash_update(&state, fresh, crypto_box_PUBLICKEYBYTES);
	crypto_generichash_update(&state, key->bytes, sizeof(key->bytes));
	crypto_generichash_final(&state, nonce, crypto_box_NONCEBYTES);
}

struct str
letter_seal(struct arena *arena, const struct random *random, const struct letter_seal_key *key, struct str plain)
{
	unsigned char *blob = arena_take(arena, plain.length + LETTER_SEAL_OVERHEAD);
	unsigned char seed[crypto_box_SEEDBYTES], secret[crypto_box_SECRETKEYBYTES], nonce[crypto_box_NONCEBYTES];

	random->fill(random->self, seed, sizeof(seed));
	check(crypto_box_seed_keypair(blob, secret, seed) == 0);
	nonce_of(blob, key, nonce);
	check(crypto_box_easy(blob + crypto_box_PUBLICKEYBYTES, (const unsigned char *)plain.at, plain.length, nonce, key->bytes, secret) == 0);
	sodium_memzero(secret, sizeof(secret));
	sodium_memzero(seed, sizeof(seed));
	return (struct str){ (const char *)blob, plain.length + LETTER_SEAL_OVERHEAD };
}

bool
letter_unseal(struct arena *arena, const unsigned char seed[LETTER_SEED_BYTES], struct str blob, struct str *out)
{
	unsigned char public[crypto_box_PUBLICKEYBYTES], secret[crypto_box_SECRETKEYBYTES], *plain;
	bool is_open;

	if (blob.length < LETTER_SEAL_OVERHEAD)
		return false;
	check(crypto_box_seed_keypair(public, secret, seed) == 0);
	plain = arena_take(arena, blob.length - LETTER_SEAL_OVERHEAD + 1);
	is_open = crypto_box_seal_open(plain, (const unsigned char *)blob.at, blob.length, public, secret) == 0;
	sodium_memzero(secret, sizeof(secret));
	*out = (struct str){ (const char *)plain, blob.length - LETTER_SEAL_OVERHEAD };
	return is_open;
}
