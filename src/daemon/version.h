/* The version of this program. */
#ifndef DAEMON_VERSION_H
#define DAEMON_VERSION_H

#define MENTORD_VERSION "0.1.0"

#endif
