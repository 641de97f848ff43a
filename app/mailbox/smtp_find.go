package mailbox

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"afterword/assets"
	"afterword/data"
)

// SubmissionOf returns where the letters of an address go out, as far as the table
// of providers knows. Without any look-up.
func SubmissionOf(email string) (data.Submission, bool) {
	p, ok := assets.ProviderOf(email)
	if !ok || p.SMTP.Host == "" {
		return data.Submission{}, false
	}
	return submissionAt(p, strings.ToLower(strings.TrimSpace(email))), true
}

// submissionAt returns where a provider takes the letters of an address.
func submissionAt(p assets.Provider, email string) data.Submission {
	by := data.Submission{Host: p.SMTP.Host, Port: p.SMTP.Port, Security: data.SecurityTLS, User: p.UserOf(email)}
	if strings.EqualFold(p.SMTP.Security, "starttls") {
		by.Security = data.SecuritySTARTTLS
	}
	return by
}

// SavesSent reports whether the server of an address puts what it sends into the
// Sent folder by itself.
func SavesSent(email string) bool {
	p, _ := assets.ProviderOf(email)
	return p.SavesSent
}

// FindSubmission looks for where the letters of an address go out: in the table of
// providers, in what the address's domain publishes of itself, and in its SRV
// records. It returns the best, and whether its host lies outside of the user's
// domain, so that the user has to confirm it. The error wraps data.ErrNotFound
// when only the user can tell.
func FindSubmission(ctx context.Context, email string, l Lookups) (by data.Submission, outside bool, err error) {
	s, err := newSearch(email, l)
	if err != nil {
		return by, false, err
	}
	if by, ok := SubmissionOf(s.email); ok {
		return by, false, nil
	}
	if s.own == "" {
		return by, false, fmt.Errorf("where %s sends from: %w", s.domain, data.ErrNotFound)
	}
	found, trouble := s.publication(ctx, s.domain, func(file []byte) []Server { return s.sending(file, SourceAutoconfig) })
	if len(found) == 0 {
		var err error
		found, err = s.submissionSRV(ctx)
		trouble = errors.Join(trouble, err)
	}
	if len(found) == 0 {
		if p, known := s.hostedBy(ctx); known && p.SMTP.Host != "" {
			return submissionAt(p, s.email), true, nil
		}
		if trouble == nil {
			trouble = fmt.Errorf("where %s sends from: %w", s.domain, data.ErrNotFound)
		}
		return by, false, trouble
	}
	best := found[0]
	return data.Submission{Host: best.Host, Port: best.Port, Security: best.Security, User: best.User}, best.Outside, nil
}

// hostedBy returns the provider of our table that takes the domain's mail.
func (s search) hostedBy(ctx context.Context) (assets.Provider, bool) {
	records, err := s.MX(ctx, s.domain)
	if err != nil {
		return assets.Provider{}, false
	}
	for _, r := range records {
		if p, known := assets.ProviderOfMX(r.Host); known {
			return p, true
		}
	}
	return assets.Provider{}, false
}

// submissionSRV asks for the domain's records, TLS first (RFC 8314 5.1, RFC 6186 3.1).
func (s search) submissionSRV(ctx context.Context) ([]Server, error) {
	var trouble error
	for _, service := range []struct {
		name     string
		security data.Security
	}{{"submissions", data.SecurityTLS}, {"submission", data.SecuritySTARTTLS}} {
		records, err := s.SRV(ctx, service.name, s.domain)
		if err != nil && !errors.Is(err, data.ErrNotFound) {
			trouble = fmt.Errorf("look for the servers of %s: %w", s.domain, err)
		}
		for _, r := range records {
			if host := strings.ToLower(strings.TrimSuffix(r.Target, ".")); hostname(host) && r.Port > 0 {
				return []Server{s.server(host, int(r.Port), service.security, SourceSRV)}, nil
			}
		}
	}
	return nil, trouble
}
