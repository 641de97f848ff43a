package assets

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed domains.txt
var domainsFile string

// Recruiting reports whether a registered domain is that of an applicant
// system, a network of jobs or a service of tests and signatures.
func Recruiting(domain string) bool { return domains()["recruiting"][strings.ToLower(domain)] }

// PublicMail reports whether a registered domain gives mailboxes to anybody, so
// that it tells nothing of an employer.
func PublicMail(domain string) bool {
	domain = strings.ToLower(domain)
	return domains()["public mail"][domain] || strings.HasPrefix(domain, "yahoo.") || strings.HasPrefix(domain, "hotmail.")
}

// domains are the domains of each section of domains.txt, read at the first use.
var domains = sync.OnceValue(func() map[string]map[string]bool {
	all := make(map[string]map[string]bool)
	section := ""
	for line := range strings.Lines(domainsFile) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "= "); ok {
			section = name
			all[section] = make(map[string]bool)
			continue
		}
		if line != "" && line[0] != '#' {
			all[section][line] = true
		}
	}
	return all
})
