/** For a server that nobody has any reason to trust: signed by itself, in the name of localhost, until 2126. */
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBlDCCATugAwIBAgIUH8KzeyAfIDd2g3O7Hgr8l11Qum0wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyOTExNTczNloYDzIxMjYxMTA1
MTE1NzM2WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAR+S/Qjj2TF2Volt/5bmYePw8hqK7acHyiYbl58E/ybaFYzmxznOcTh
yRV5SKDBhssvbz3yrpUqxPB/I8rGs+fio2kwZzAdBgNVHQ4EFgQUPkt5dSxQfXxO
4njCgff4GSQMl/AwHwYDVR0jBBgwFoAUPkt5dSxQfXxO4njCgff4GSQMl/AwDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
RwAwRAIgfNSCLucr3dDG9S9yopySA/xfc1z+X8zznIn4Mh4ZzJICIAFmIkiPlCZI
StLJkWGtG02MX+X052eYxBKFZxfHZ7jD
-----END CERTIFICATE-----`;

/** The private key that belongs to it. It protects nothing. */
export const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgY8TxcfeRjexM9rti
g5HPy2AS1Uwi0UkYv5ESp0/boOKhRANCAAR+S/Qjj2TF2Volt/5bmYePw8hqK7ac
HyiYbl58E/ybaFYzmxznOcThyRV5SKDBhssvbz3yrpUqxPB/I8rGs+fi
-----END PRIVATE KEY-----`;
