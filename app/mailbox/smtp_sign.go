package mailbox

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"

	"afterword/data"
)

// prove signs in by access token or password, as far as a user name is known. The
// connection is protected by now, or is loopback.
func prove(ctx context.Context, c *smtp.Client, by data.Submission, a Account) error {
	if by.User == "" {
		return nil
	}
	if a.Bearer == nil {
		if _, grant := GrantOf(a.Password); grant {
			return ErrToken
		}
		password, err := a.password(ctx)
		if err != nil {
			return err
		}
		mechanism := sasl.NewPlainClient("", by.User, password)
		if !c.SupportsAuth(sasl.Plain) {
			if !c.SupportsAuth(sasl.Login) {
				return fmt.Errorf("the server takes no sign-in by password: %w", ErrProtocol)
			}
			mechanism = &loginSteps{by.User, password}
		}
		return signed(c.Auth(mechanism), ErrPassword)
	}
	token, err := a.Bearer.Token(ctx)
	if err != nil {
		return err
	}
	if err = show(c, by, token); !errors.Is(err, ErrToken) {
		return err
	}
	if token, err = a.Bearer.Renew(ctx, token); err != nil {
		return err
	}
	return show(c, by, token)
}

// loginSteps is LOGIN as old servers speak it: they ask twice, in words of their
// own (the library's client takes one wording alone).
type loginSteps []string

// Start implements sasl.Client.
func (l *loginSteps) Start() (mech string, ir []byte, err error) { return sasl.Login, nil, nil }

// Next implements sasl.Client.
func (l *loginSteps) Next([]byte) ([]byte, error) {
	if len(*l) == 0 {
		return nil, sasl.ErrUnexpectedServerChallenge
	}
	answer := (*l)[0]
	*l = (*l)[1:]
	return []byte(answer), nil
}

// show shows one access token to the server.
func show(c *smtp.Client, by data.Submission, token string) error {
	if strings.ContainsFunc(by.User+token, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return fmt.Errorf("a control character in the user name or the token: %w", ErrToken)
	}
	var mechanism sasl.Client
	switch {
	case c.SupportsAuth(sasl.OAuthBearer):
		user := strings.NewReplacer("=", "=3D", ",", "=2C").Replace(by.User) // RFC 5801 4
		mechanism = sasl.NewOAuthBearerClient(&sasl.OAuthBearerOptions{Username: user, Token: token, Host: by.Host, Port: by.Port})
	case c.SupportsAuth(xoauth2Name):
		mechanism = xoauth2{by.User, token}
	default:
		return fmt.Errorf("the server takes no sign-in by browser: %w", ErrProtocol)
	}
	return signed(c.Auth(&challenged{Client: mechanism}), ErrToken)
}

// signed tells what an answer to a sign-in means (RFC 4954 6): a refusal, or
// trouble that may pass.
func signed(err, refused error) error {
	said := (*smtp.SMTPError)(nil)
	switch {
	case err == nil || errors.Is(err, refused):
		return err
	case errors.As(err, &said) && said.Code >= 500:
		return refused // the server's own words may name the user
	}
	return answered("sign in", err)
}
