package mailbox

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"

	"golang.org/x/oauth2"

	"afterword/data"
)

// A Grant is what the user allowed: a way to access tokens for one mailbox.
// It is kept as that mailbox's secret. Access tokens are not kept: some are too
// long for a keyring, and the next one is a question away.
type Grant struct {
	TokenURL     string   `json:"token_url,omitempty"`
	ClientID     string   `json:"client_id,omitempty"`
	ClientSecret string   `json:"client_secret,omitempty"`
	Refresh      string   `json:"refresh,omitempty"` // the refresh token (RFC 6749 1.5)
	Command      []string `json:"command,omitempty"` // a program that prints tokens, instead of all above

	access *oauth2.Token
}

// grantMark begins a secret that is a grant and no password.
const grantMark = "oauth2:"

// Secret returns the grant as it is kept.
func (g Grant) Secret() (string, error) {
	b, err := json.Marshal(g)
	return grantMark + string(b), err
}

// GrantOf reads a secret, and reports whether it is a grant; else it is a
// password.
func GrantOf(secret string) (Grant, bool) {
	var g Grant
	text, marked := strings.CutPrefix(secret, grantMark)
	if !marked || json.Unmarshal([]byte(text), &g) != nil {
		return Grant{}, false
	}
	return g, g.Refresh != "" && protected(g.TokenURL) || len(g.Command) > 0
}

// granted wraps what an authority answered. Without a refresh token the sign-in
// would end within the hour.
func (a Authority) granted(t *oauth2.Token) (*Grant, error) {
	if t.RefreshToken == "" {
		return nil, fmt.Errorf("%s gave no lasting permission: %w", a.Name, ErrToken)
	}
	return &Grant{TokenURL: a.TokenURL, ClientID: a.ClientID, ClientSecret: a.ClientSecret, Refresh: t.RefreshToken, access: t}, nil
}

// Account returns a mailbox that the grant opens, to try a sign-in before the
// mailbox has an ID. When the authority renews the refresh token, g has the
// new one: keep its Secret after the trial.
func (g *Grant) Account(box data.Mailbox) Account {
	return Account{Mailbox: box, Bearer: &bearer{
		grant: *g,
		keep:  func(renewed Grant) error { *g = renewed; return nil },
		kept:  func() (Grant, error) { return *g, nil },
	}}
}

// A bearer gets tokens by a grant. Any goroutine may ask.
type bearer struct {
	mu     sync.Mutex
	grant  Grant                 // its access token may be nil
	unkept bool                  // its refresh token changed and could not be kept yet
	keep   func(Grant) error     // after its refresh token changed
	kept   func() (Grant, error) // which another process may have changed
}

// Token implements Bearer.
func (b *bearer) Token(ctx context.Context) (string, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.grant.access.Valid() {
		return b.grant.access.AccessToken, b.keepRenewed()
	}
	return b.renew(ctx)
}

// Renew implements Bearer.
func (b *bearer) Renew(ctx context.Context, refused string) (string, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.grant.access.Valid() && b.grant.access.AccessToken != refused {
		return b.grant.access.AccessToken, nil
	}
	token, err := b.renew(ctx)
	if err == nil && token == refused {
		return "", ErrToken
	}
	return token, err
}

// renew asks for a token. Where refresh tokens serve once (RFC 9700 4.14.2),
// another process may have used ours: then the one it kept is tried.
func (b *bearer) renew(ctx context.Context) (string, error) {
	if len(b.grant.Command) > 0 {
		return printed(ctx, b.grant.Command)
	}
	token, err := b.grant.refresh(ctx)
	if errors.Is(err, ErrToken) {
		kept, missing := b.kept()
		if missing == nil && kept.Refresh != "" && kept.Refresh != b.grant.Refresh {
			b.grant = kept
			token, err = b.grant.refresh(ctx)
		}
	}
	if err != nil {
		return "", err
	}
	b.unkept = b.unkept || token.RefreshToken != b.grant.Refresh
	b.grant.access, b.grant.Refresh = token, token.RefreshToken
	return token.AccessToken, b.keepRenewed()
}

// keepRenewed keeps a refresh token that is new. One that was lost would end
// the sign-in at the next start, so that trouble is told at once.
func (b *bearer) keepRenewed() error {
	if !b.unkept {
		return nil
	}
	if err := b.keep(b.grant); err != nil {
		return fmt.Errorf("keep the renewed sign-in: %w", err)
	}
	b.unkept = false
	return nil
}

func (g Grant) refresh(ctx context.Context) (*oauth2.Token, error) {
	config, err := Authority{ClientID: g.ClientID, ClientSecret: g.ClientSecret, TokenURL: g.TokenURL}.config()
	if err != nil {
		return nil, err
	}
	token, err := config.TokenSource(toAuthority(ctx), &oauth2.Token{RefreshToken: g.Refresh}).Token()
	if err != nil {
		return nil, refusal(err)
	}
	return token, nil
}
