/* Tokens inside letters (TRUST.md 6.4): anybody of the server can seal them to the courier, the courier alone opens them. crypto_box_seal
 * of libsodium; its pair comes from a seed that the master key derives. */
#ifndef SECRETS_LETTER_SEAL_H
#define SECRETS_LETTER_SEAL_H

#include <stdbool.h>

#include "base/str.h"

struct arena;
struct random;

enum { LETTER_SEED_BYTES = 32, LETTER_SEAL_OVERHEAD = 48 };

struct letter_seal_key {
	unsigned char bytes[32];
};

struct letter_seal_key letter_seal_key_of(const unsigned char seed[LETTER_SEED_BYTES]);
/* As crypto_box_seal(), with chance from the seam. */
struct str letter_seal(struct arena *, const struct random *, const struct letter_seal_key *, struct str plain);
/* False for another key, or a blob that was cut or changed. */
bool letter_unseal(struct arena *, const unsigned char seed[LETTER_SEED_BYTES], struct str blob, struct str *out);

#endif
