package dovecot

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// oauthTemplate is added to the configuration of a server that takes tokens.
const oauthTemplate = `auth_mechanisms = plain MECHANISMS
auth_failure_delay = 0
passdb {
  driver = oauth2
  mechanisms = MECHANISMS
  args = DIR/oauth2
}
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
`

// introspection is the configuration of the tokens' checks (RFC 7662).
const introspection = `introspection_mode = post
introspection_url = INTROSPECT
username_attribute = username
active_attribute = active
active_value = true
`

// Tokens says how a server takes access tokens.
type Tokens struct {
	Introspect string // the address that it asks about each token (RFC 7662)
	Mechanisms string // such as "oauthbearer xoauth2"
}

// StartTokens is Start with sign-in by access token beside the password.
func StartTokens(t testing.TB, by Tokens) *Server {
	t.Helper()
	return start(t, by)
}

// tokens writes what checks tokens, and returns what the configuration gains.
func (s *Server) tokens(t testing.TB) string {
	t.Helper()
	if s.by.Introspect == "" {
		return ""
	}
	checks := strings.ReplaceAll(introspection, "INTROSPECT", s.by.Introspect)
	if err := os.WriteFile(filepath.Join(s.dir, "oauth2"), []byte(checks), 0o644); err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(oauthTemplate, "MECHANISMS", s.by.Mechanisms)
}
