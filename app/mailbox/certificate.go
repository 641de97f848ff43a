package mailbox

import (
	"crypto/tls"
	"crypto/x509"
	"errors"

	"afterword/assets"
)

func badCertificate(err error) bool {
	var verify *tls.CertificateVerificationError
	return errors.As(err, &verify)
}

// explainCertificate says what is wrong with the certificate of a server, and what
// to do about it. Server names it, as the beginning of a sentence.
func explainCertificate(err error, server string) string {
	args := assets.Args{"Server": server}
	var unknown x509.UnknownAuthorityError
	var invalid x509.CertificateInvalidError
	var name x509.HostnameError
	switch {
	case errors.As(err, &name):
		return assets.L("{{.Server}} has a certificate that doesn't match its name, so we stopped. Nothing was sent. Check the server's name, or ask your mail provider for it.", args)
	case errors.As(err, &unknown):
		return assets.L("{{.Server}} has a certificate from an authority that this computer doesn't know, so we stopped. Nothing was sent. If the server is your own or your company's, give the root certificate as a file with AFTERWORD_IMAP_CA or mailbox connect --ca. Otherwise ask your mail provider.", args)
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return assets.L("{{.Server}} has a certificate that is not valid today, so we stopped. Nothing was sent. Check the date of this computer. If it is right, ask your mail provider for a new certificate.", args)
	}
	return assets.L("{{.Server}} has a certificate that can't be trusted, so we stopped. Nothing was sent. Ask your mail provider.", args)
}
