/* Which addresses are other people's (TRUST.md T21, S6): everybody may reach them, and nothing of ours, of this machine or of this network is there. */
#ifndef SYSTEM_ADDRESS_H
#define SYSTEM_ADDRESS_H

#include <stdbool.h>
#include <sys/socket.h>

#include "base/str.h"

/* Of IPv4 and IPv6 alone; what carries an IPv4 address in an IPv6 one is never public, since a translator decides where it leads. Source: the IANA
 * registries of special-purpose addresses (RFC 6890). */
bool address_is_public(const struct sockaddr *);

/* It is one of those named, with commas between, as addresses without ports; "" names none. */
bool address_is_listed(const struct sockaddr *, struct str listed);

#endif
