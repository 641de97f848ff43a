package mailbox

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html/charset"

	"afterword/data"
)

// autoconfig asks the domain for the file in which it names its servers.
func (s search) autoconfig(ctx context.Context) ([]Server, error) {
	return s.publishedBy(ctx, s.domain, SourceAutoconfig)
}

// publishedBy asks a domain for its file and returns the IMAP servers in it.
func (s search) publishedBy(ctx context.Context, domain string, source Source) ([]Server, error) {
	return s.publication(ctx, domain, func(file []byte) []Server { return s.published(file, source) })
}

// publication asks a domain for its file, at both places where it may be, and
// reads it.
func (s search) publication(ctx context.Context, domain string, read func([]byte) []Server) ([]Server, error) {
	bound := s.own
	if s.Agreed {
		bound = ""
	}
	var trouble error
	for _, address := range []string{
		"https://autoconfig." + domain + "/mail/config-v1.1.xml",
		"https://" + domain + "/.well-known/autoconfig/mail/config-v1.1.xml",
	} {
		file, err := s.Fetch(ctx, address, bound)
		if err == nil {
			if servers := read(file); len(servers) > 0 {
				return servers, nil
			}
		} else if !errors.Is(err, data.ErrNotFound) {
			trouble = fmt.Errorf("look for the servers of %s: %w", domain, err)
		}
	}
	return nil, trouble
}

// clientConfig is the part that we use of a file in the format config-v1.1,
// which many domains publish for mail programs.
type clientConfig struct {
	Incoming []configServer `xml:"emailProvider>incomingServer"`
	Outgoing []configServer `xml:"emailProvider>outgoingServer"`
}

// configServer is one server in such a file.
type configServer struct {
	Type   string `xml:"type,attr"`
	Host   string `xml:"hostname"`
	Port   int    `xml:"port"`
	Socket string `xml:"socketType"`
	User   string `xml:"username"`
}

// maxAddress is the length of the longest mail address (RFC 3696, errata 1690).
const maxAddress = 254

// published reads such a file and returns its protected IMAP servers, TLS
// first (RFC 8314 3). A page that is no such file has none.
func (s search) published(file []byte, source Source) []Server {
	return s.protected(readConfig(file).Incoming, "imap", source)
}

// sending reads such a file and returns its protected submission servers.
func (s search) sending(file []byte, source Source) []Server {
	return s.protected(readConfig(file).Outgoing, "smtp", source)
}

// readConfig reads a file; one that is no such file is empty.
func readConfig(file []byte) clientConfig {
	decoder := xml.NewDecoder(bytes.NewReader(file))
	decoder.CharsetReader = charset.NewReaderLabel
	var config clientConfig
	if decoder.Decode(&config) != nil {
		return clientConfig{}
	}
	return config
}

// protected returns the servers of a kind that protect the connection, TLS first.
func (s search) protected(all []configServer, kind string, source Source) []Server {
	security := map[string]data.Security{"SSL": data.SecurityTLS, "STARTTLS": data.SecuritySTARTTLS}
	local, _, _ := strings.Cut(s.email, "@")
	fill := strings.NewReplacer("%EMAILADDRESS%", s.email, "%EMAILLOCALPART%", local, "%EMAILDOMAIN%", s.domain)
	var servers []Server
	for _, in := range all {
		host := strings.ToLower(fill.Replace(strings.TrimSpace(in.Host)))
		protection, protected := security[strings.ToUpper(strings.TrimSpace(in.Socket))]
		if in.Type != kind || !protected || !hostname(host) || in.Port < 1 || in.Port > 65535 {
			continue
		}
		found := s.server(host, in.Port, protection, source)
		if user := fill.Replace(strings.TrimSpace(in.User)); strings.Contains(in.User, "%EMAIL") && len(user) <= maxAddress && !strings.ContainsFunc(user, unicode.IsSpace) {
			found.User = user
		}
		servers = append(servers, found)
	}
	slices.SortStableFunc(servers, func(a, b Server) int { return a.openness() - b.openness() })
	return servers
}

// openness is how late protection begins: 0 for TLS from the first byte.
func (s Server) openness() int {
	if s.Security == data.SecurityTLS {
		return 0
	}
	return 1
}
