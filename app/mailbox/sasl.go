package mailbox

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/emersion/go-imap/v2"
	"github.com/emersion/go-sasl"
)

// A Bearer hands out access tokens (RFC 6750) for one mailbox. Both methods
// wrap ErrToken where only the user can help.
type Bearer interface {
	// Token returns a token that should still be good.
	Token(ctx context.Context) (string, error)
	// Renew returns another token after the server refused one.
	Renew(ctx context.Context, refused string) (string, error)
}

// bear signs in with an access token. A token that the server refuses is
// renewed once: it may have ended before its time.
func (s *session) bear(ctx context.Context, a Account) error {
	token, err := a.Bearer.Token(ctx)
	if err != nil {
		return err
	}
	err = s.present(a, token)
	if !errors.Is(err, ErrToken) {
		return err
	}
	if token, err = a.Bearer.Renew(ctx, token); err != nil {
		return err
	}
	return s.present(a, token)
}

// present shows one token to the server, by the standard's mechanism before
// the older one. The error wraps ErrToken when the server refused it.
func (s *session) present(a Account, token string) error {
	if strings.ContainsFunc(a.Mailbox.User+token, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return fmt.Errorf("a control character in the user name or the token: %w", ErrToken)
	}
	var mechanism sasl.Client
	caps := s.caps()
	switch {
	case caps.Has(imap.AuthCap(sasl.OAuthBearer)):
		user := strings.NewReplacer("=", "=3D", ",", "=2C").Replace(a.Mailbox.User) // RFC 5801 4
		mechanism = sasl.NewOAuthBearerClient(&sasl.OAuthBearerOptions{Username: user, Token: token, Host: a.Mailbox.Host, Port: a.Mailbox.Port})
	case caps.Has(imap.AuthCap(xoauth2Name)):
		mechanism = xoauth2{a.Mailbox.User, token}
	default:
		return fmt.Errorf("the server takes no sign-in by browser: %w", ErrProtocol)
	}
	asked := &challenged{Client: mechanism}
	err := s.client.Authenticate(asked)
	if asked.refused {
		// The library leaves the exchange open; "*" ends it (RFC 9051 6.2.2).
		if _, err := io.WriteString(s.guard, "*\r\n"); err != nil {
			return fmt.Errorf("sign in: %w", err)
		}
		return ErrToken // the challenge may name the user
	}
	var refused *imap.Error
	if errors.As(err, &refused) && refused.Type == imap.StatusResponseTypeNo && refused.Code != imap.ResponseCodeUnavailable {
		return ErrToken
	}
	if err != nil {
		return fmt.Errorf("sign in: %w", err)
	}
	return nil
}

// challenged is a mechanism that has nothing to say to a challenge: the only
// one there is tells that the token was refused (RFC 7628 3.2.2).
type challenged struct {
	sasl.Client
	refused bool
}

// Next implements sasl.Client.
func (c *challenged) Next([]byte) ([]byte, error) {
	c.refused = true
	return nil, ErrToken
}

// xoauth2 is the mechanism from before RFC 7628 that Google, Microsoft and
// Yahoo speak.
type xoauth2 struct{ user, token string }

const xoauth2Name = "XOAUTH2"

// Start implements sasl.Client.
func (x xoauth2) Start() (mech string, ir []byte, err error) {
	return xoauth2Name, []byte("user=" + x.user + "\x01auth=Bearer " + x.token + "\x01\x01"), nil
}

// Next implements sasl.Client; challenged answers instead.
func (x xoauth2) Next([]byte) ([]byte, error) { return nil, sasl.ErrUnexpectedServerChallenge }
