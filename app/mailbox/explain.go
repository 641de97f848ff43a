package mailbox

import (
	"errors"
	"net"

	"afterword/assets"
	"afterword/data"
)

// Explain puts trouble with a mailbox into plain words: what happened, that
// nothing was changed, and one thing to do.
func Explain(err error) string {
	var dns *net.DNSError
	switch {
	case err == nil:
		return ""
	case errors.Is(err, ErrDeclined):
		return assets.L("The sign-in was not finished. Nothing was changed. Start it again when you like.")
	case errors.Is(err, ErrClient):
		return assets.L("Signing in by browser needs a client id that your mail provider accepts. Check it, and sign in again.")
	case errors.Is(err, ErrCommand):
		return assets.L("The command that prints your password failed. Run it in a terminal to see why, and check again.")
	case errors.Is(err, ErrToken):
		return assets.L("Your mail provider no longer accepts our sign-in. Nothing was lost. Sign in again to go on watching.")
	case errors.Is(err, ErrPassword):
		return assets.L("The server didn't accept this password. Gmail, iCloud and others need an app password, not your usual one.")
	case errors.Is(err, ErrCertificate):
		return explainCertificate(err, assets.L("The mail server"))
	case errors.Is(err, ErrPlaintext):
		return assets.L("The server offers no protected connection, so the password was not sent. Try TLS on port 993.")
	case errors.Is(err, data.ErrBusy):
		return assets.L("The mail was read, but another program is writing to the database. Nothing is lost: it is read again.")
	case errors.Is(err, ErrFiling):
		return assets.L("The mail was read, but what it means could not be stored. Nothing is lost: it is read again. Is the disk full?")
	case errors.Is(err, ErrProtocol):
		return assets.L("The server answered in a way no mail server should, so we stopped. Nothing was changed. Check the server's name and port.")
	case errors.Is(err, ErrLocked):
		return assets.L("Your system keychain is locked. Mail waits until you unlock it.")
	case errors.Is(err, ErrNoKeyring):
		return assets.L("This system has no keychain that runs. Start one, or keep the password in an encrypted file: AFTERWORD_SECRETS=file.")
	case errors.Is(err, data.ErrMissing):
		return assets.L("The password is not in the keychain any more. Connect the mailbox again.")
	case errors.As(err, &dns):
		return assets.L("There is no server of this name, or you are offline. Reminders still work.")
	}
	return assets.L("No answer from the mail server. You may be offline. Reminders still work, and we'll try again.")
}
