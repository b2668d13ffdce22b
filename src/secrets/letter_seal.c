/* Sealed boxes for the courier. */
#include "secrets/letter_seal.h"

#include <sodium.h>

#include "base/arena.h"
#include "base/check.h"

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

struct str
letter_seal(struct arena *arena, const struct letter_seal_key *key, struct str plain)
{
	unsigned char *blob = arena_take(arena, plain.length + LETTER_SEAL_OVERHEAD);

	check(crypto_box_seal(blob, (const unsigned char *)plain.at, plain.length, key->bytes) == 0);
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
