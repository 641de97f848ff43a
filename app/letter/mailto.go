package letter

import (
	"net/url"
	"strings"
)

// Mailto returns the address of a new mail for the desktop's mail program (RFC
// 6068): spaces are %20, line ends %0D%0A. to is an addr-spec, or several parted
// by commas, and may be empty.
func Mailto(to, subject, body string) string {
	var addresses []string
	for a := range strings.SplitSeq(to, ",") {
		if a = strings.TrimSpace(a); a != "" {
			addresses = append(addresses, strings.ReplaceAll(escape(a), "%40", "@"))
		}
	}
	body = strings.ReplaceAll(body, "\r\n", "\n")
	body = strings.ReplaceAll(strings.ReplaceAll(body, "\r", "\n"), "\n", "\r\n")
	var fields []string
	if subject != "" {
		fields = append(fields, "subject="+escape(strings.Join(strings.Fields(subject), " ")))
	}
	if body != "" {
		fields = append(fields, "body="+escape(body))
	}
	s := "mailto:" + strings.Join(addresses, ",")
	if len(fields) > 0 {
		s += "?" + strings.Join(fields, "&")
	}
	return s
}

func escape(s string) string {
	return strings.ReplaceAll(url.QueryEscape(strings.ToValidUTF8(s, "?")), "+", "%20")
}
