package app

import (
	"context"

	"afterword/app/mailbox"
	"afterword/app/screen"
	"afterword/assets"
	"afterword/data"
)

// sending is what the window may ask of the server that sends the user's mail.
func (m *mail) sending() screen.Sending {
	return screen.Sending{Find: m.findSubmission, Try: m.trySubmission, Saves: mailbox.SavesSent}
}

// findSubmission looks for where the letters of an address go out, in our table
// and in the user's own domain.
func (m *mail) findSubmission(ctx context.Context, email string) (data.Submission, string, error) {
	ca, err := m.extraCA()
	if err != nil {
		return data.Submission{}, "", err
	}
	by, outside, err := mailbox.FindSubmission(ctx, email, mailbox.NetworkLookups(ca))
	host := assets.Args{"Host": by.Host}
	switch {
	case err != nil:
		return by, "", err
	case outside:
		return by, assets.L("Your domain's mail seems to go out at {{.Host}}, which is not your domain. Go on only if you know it.", host), nil
	}
	return by, assets.L("Found {{.Host}}.", host), nil
}

// trySubmission signs in where letters go out, and sends nothing.
func (m *mail) trySubmission(ctx context.Context, by data.Submission) error {
	a, err := m.account(ctx, by.Mailbox)
	if err != nil {
		return err
	}
	if err := mailbox.TestSubmission(ctx, by, a); err != nil {
		return unsent{err}
	}
	return nil
}
