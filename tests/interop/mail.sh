# What smtp-server, mailparser and aiosmtpd understand of our mail; certificates good, expired, of another name and of another authority.
authority() {
	openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=$1" -days 2 -keyout "$work/$1.key" -out "$work/$1.pem" 2> /dev/null
}
certificate() {    # certificate NAME AUTHORITY DAYS NAMES
	openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=$1" -addext "subjectAltName=$4" -keyout "$work/$1.key" -out "$work/$1.csr" 2> /dev/null &&
		openssl x509 -req -in "$work/$1.csr" -CA "$work/$2.pem" -CAkey "$work/$2.key" -CAcreateserial -days "$3" -copy_extensions copy -out "$work/$1.pem" 2> /dev/null
}
here=DNS:localhost,IP:127.0.0.1
authority ours && authority theirs && certificate good ours 2 $here && certificate expired ours -1 $here && certificate named ours 2 DNS:elsewhere.example &&
	certificate strange theirs 2 $here || echo "mail: no certificates: is openssl installed?"
count "$node" mail.mjs "$build/interop/post" "$work"
