<?php
/*
 * Our headlines on a page that PHP makes. Put this file beside the page, and into the page:
 *
 *     <?php
 *     require_once __DIR__ . '/worthy-news.php';
 *     echo worthy_news('https://news.example.org/embed/headlines.html?from=bureaus/europe&count=5');
 *     ?>
 *
 * The page must be in UTF-8. PHP 7.1 or newer; with the curl extension or with allow_url_fopen, whichever is there.
 *
 * It asks us at most every 15 seconds and never lets a visitor wait for more than about two. When we do not answer
 * it shows the last good copy, for at most an hour: after that only links, which cannot go stale. What we took down
 * is gone with the next answer. The copy lies in a folder that it makes beside itself; if it may not, it works
 * without one, and asks us for each visitor.
 */

const WORTHY_NEWS_FRESH_SECONDS = 15;
const WORTHY_NEWS_KEEP_SECONDS = 3600;
const WORTHY_NEWS_TIMEOUT_SECONDS = 2;
const WORTHY_NEWS_MAX_BYTES = 262144;

/** The folder protects itself: whoever asks for a copy by its address starts a program that ends at once. */
const WORTHY_NEWS_GUARD = "<?php http_response_code(404); exit; __halt_compiler();\n";

/**
 * @param string      $address of the fragment, as our page /plugins shows it; never from a visitor.
 * @param string|null $links   HTML to show when there is nothing else; null for links to us.
 * @return string HTML, safe to print as it is.
 */
function worthy_news(string $address, ?string $links = null): string
{
    $folder = __DIR__ . '/worthy-news-kept';
    if (!is_dir($folder)) @mkdir($folder, 0700);
    $copy = $folder . '/' . hash('sha256', $address) . '.php';
    $asked = $copy . '.asked';

    clearstatcache();
    if (time() - (int) @filemtime($asked) >= WORTHY_NEWS_FRESH_SECONDS) {
        @touch($asked);                     // before asking, so that the others do not wait with us
        [$status, $html] = worthy_news_ask($address);
        if ($status === 200) {
            worthy_news_keep($copy, $html);
            return $html;
        }
        // An answer that says "there is no such thing any more" is obeyed; silence and trouble are waited out.
        if ($status >= 400 && $status < 500 && $status !== 408 && $status !== 429) @unlink($copy);
        clearstatcache();
    }

    $kept = @filemtime($copy) > time() - WORTHY_NEWS_KEEP_SECONDS ? @file_get_contents($copy) : false;
    return $kept === false ? $links ?? worthy_news_links($address) : substr($kept, strlen(WORTHY_NEWS_GUARD));
}

/** Writes beside and renames, so that nobody reads half a copy. */
function worthy_news_keep(string $copy, string $html): void
{
    $new = $copy . '.' . bin2hex(random_bytes(6));
    $whole = WORTHY_NEWS_GUARD . $html;
    if (@file_put_contents($new, $whole) === strlen($whole) && @rename($new, $copy)) return;
    @unlink($new);
}

/** Links to us and to what was chosen; never a headline. */
function worthy_news_links(string $address): string
{
    $parts = parse_url($address);
    $home = $parts['scheme'] . '://' . $parts['host'] . (isset($parts['port']) ? ':' . $parts['port'] : '') . '/';
    parse_str($parts['query'] ?? '', $query);
    $from = is_string($query['from'] ?? null) && preg_match('~^(bureaus|sections|topics|places)/[a-z0-9-]+$~', $query['from']) ? $query['from'] : '';
    $home = htmlspecialchars($home, ENT_QUOTES, 'UTF-8');
    return '<p><a href="' . $home . $from . '">World news</a> from <a href="' . $home . '">Worthy News</a></p>';
}

/** @return array the status, 0 for none, and the HTML, which is empty unless the status is 200. */
function worthy_news_ask(string $address): array
{
    [$status, $type, $html] = function_exists('curl_init') ? worthy_news_by_curl($address) : worthy_news_by_stream($address);
    if ($status !== 200) return [$status, ''];
    // Whatever else answers in our place (a provider's notice, half an answer) is no answer.
    $isOurs = stripos($type, 'text/html') === 0 && $html !== '' && strlen($html) <= WORTHY_NEWS_MAX_BYTES && preg_match('//u', $html) === 1;
    return $isOurs ? [200, $html] : [0, ''];
}

function worthy_news_by_curl(string $address): array
{
    $html = '';
    $curl = curl_init($address);
    curl_setopt_array($curl, [
        CURLOPT_TIMEOUT => WORTHY_NEWS_TIMEOUT_SECONDS,
        CURLOPT_FOLLOWLOCATION => true,
        CURLOPT_MAXREDIRS => 3,
        CURLOPT_PROTOCOLS => CURLPROTO_HTTP | CURLPROTO_HTTPS,
        CURLOPT_USERAGENT => 'worthy-news-php/1',
        CURLOPT_WRITEFUNCTION => function ($curl, string $bytes) use (&$html): int {
            $html .= $bytes;
            return strlen($html) > WORTHY_NEWS_MAX_BYTES ? 0 : strlen($bytes);
        },
    ]);
    $whole = curl_exec($curl);
    return [$whole ? (int) curl_getinfo($curl, CURLINFO_RESPONSE_CODE) : 0, (string) curl_getinfo($curl, CURLINFO_CONTENT_TYPE), $html];
}

function worthy_news_by_stream(string $address): array
{
    $until = microtime(true) + WORTHY_NEWS_TIMEOUT_SECONDS;
    $context = stream_context_create(['http' => [
        'timeout' => WORTHY_NEWS_TIMEOUT_SECONDS,
        'ignore_errors' => true,            // a 410 is an answer
        'max_redirects' => 4,
        'protocol_version' => 1.1,
        'header' => ['User-Agent: worthy-news-php/1', 'Connection: close'],
    ]]);
    $stream = @fopen($address, 'rb', false, $context);
    if ($stream === false) return [0, '', ''];

    $status = 0;
    $type = '';
    $length = null;
    foreach (stream_get_meta_data($stream)['wrapper_data'] as $line) {
        if (preg_match('~^HTTP/\S+ (\d{3})~', $line, $is)) [$status, $type, $length] = [(int) $is[1], '', null];
        if (preg_match('~^Content-Type:\s*(.+)$~i', $line, $is)) $type = $is[1];
        if (preg_match('~^Content-Length:\s*(\d+)~i', $line, $is)) $length = (int) $is[1];
    }

    $html = '';
    while (!feof($stream) && microtime(true) < $until && strlen($html) <= WORTHY_NEWS_MAX_BYTES) $html .= (string) fread($stream, 8192);
    $whole = feof($stream) && ($length === null || $length === strlen($html));
    fclose($stream);
    return [$whole ? $status : 0, $type, $html];
}
